import { mount, RouterLinkStub, type ComponentMountingOptions } from '@vue/test-utils'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'

/** Mounts a component with the real messages of a language. */
export async function mounted(component: Component, options: { props?: Record<string, unknown>; locale?: 'zh-CN' | 'en'; slots?: Record<string, string> } = {}) {
  const own = import.meta.glob<{ default: object }>('../../app/locales/{zh,en}/*.ts')
  const shared = import.meta.glob<{ default: object }>('../locales/*.ts')
  const language = options.locale === 'en' ? 'en' : 'zh'
  const messages: Record<string, object> = {}
  for (const [path, load] of Object.entries(own)) if (path.includes(`/${language}/`)) messages[/([^/]+)\.ts$/.exec(path)?.[1] ?? path] = (await load()).default
  for (const [path, load] of Object.entries(shared)) if (path.endsWith(`/${language}.ts`)) messages.shared = (await load()).default
  const locale = options.locale ?? 'zh-CN'
  const i18n = createI18n({ legacy: false, locale, fallbackLocale: locale, messages: { [locale]: messages } as Record<string, Record<string, never>> })
  return mount(component, { props: options.props, slots: options.slots, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub, teleport: true } } } as ComponentMountingOptions<Component>)
}
