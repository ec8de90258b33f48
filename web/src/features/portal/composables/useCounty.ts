import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { listCounties } from '@/api/public'
import { useAsked } from './useAsked'

const KEPT = 'xiezhi.public-county'

/** The county of this page: named in the address, or the only one there is; chosen otherwise. */
export function useCounty() {
  const route = useRoute()
  const { data: counties, problem, loading, again } = useAsked({ about: () => 'counties', ask: listCounties })
  const county = computed(() => {
    const all = counties.value ?? []
    const asked = typeof route.query.county === 'string' ? route.query.county : ''
    return all.find((c) => c.code === asked) ?? (all.length === 1 ? all[0] : undefined) ?? null
  })
  /** chosen on this device the last time: offered first */
  const last = localStorage.getItem(KEPT)
  const remember = (code: string) => localStorage.setItem(KEPT, code)
  return { counties, county, problem, loading, again, last, remember }
}
