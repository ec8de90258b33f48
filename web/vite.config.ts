import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'

const server = process.env.XIEZHI_SERVER ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [
    vue(),
    // Element Plus by use: only the components a page names are loaded with it
    Components({ dirs: [], resolvers: [ElementPlusResolver()], dts: 'src/components.d.ts' }),
  ],
  // what nobody here uses stays out of the first load
  define: { __VUE_I18N_LEGACY_API__: 'false', __VUE_I18N_FULL_INSTALL__: 'false' },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
  build: { chunkSizeWarningLimit: 600, rolldownOptions: { checks: { pluginTimings: false } } },
  test: {
    environment: 'jsdom',
    // a busy build machine is slow, not wrong
    testTimeout: 30_000,
    server: { deps: { inline: ['element-plus'] } },
    environmentOptions: { jsdom: { url: 'http://localhost/' } },
  },
})
