import { useRoute, useRouter } from 'vue-router'

/** The question "why this date" is part of the address, so that an answer can be sent to someone. */
export function useWhy() {
  const route = useRoute()
  const router = useRouter()
  return {
    to: (obligation: string) => ({ path: route.path, query: { ...route.query, why: obligation } }),
    ask: (obligation: string) => router.push({ path: route.path, query: { ...route.query, why: obligation } }),
    close: () => router.replace({ path: route.path, query: { ...route.query, why: undefined } }),
  }
}
