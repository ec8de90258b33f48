import { reactive, watch } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

/**
 * List filters that live in the URL: what is chosen can be bookmarked, sent and gone back to. Every
 * filter is a text; the empty text is "not filtered" and stays out of the address.
 */
export function useUrlFilters<T extends Record<string, string>>(options: { defaults: T }): { filters: T; isFiltered: () => boolean; reset: () => void } {
  const route = useRoute()
  const router = useRouter()
  const names = Object.keys(options.defaults)
  const path = route.path

  const read = () => Object.fromEntries(names.map((n) => [n, typeof route.query[n] === 'string' ? route.query[n] : options.defaults[n]]))
  const filters = reactive(read()) as T

  watch(
    () => route.query,
    () => {
      if (route.path === path) Object.assign(filters, read())
    },
  )
  watch(
    () => ({ ...filters }),
    (chosen) => {
      if (route.path !== path) return
      const query: LocationQueryRaw = { ...route.query }
      for (const n of names) {
        if (chosen[n] && chosen[n] !== options.defaults[n]) query[n] = chosen[n]
        else query[n] = undefined
      }
      void router.replace({ query })
    },
  )
  return {
    filters,
    isFiltered: () => names.some((n) => filters[n] !== options.defaults[n]),
    reset: () => void Object.assign(filters, options.defaults),
  }
}
