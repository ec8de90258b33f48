import { useQuery } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { listMeetingSeries, type MeetingSeries } from '@/api/conference'

/** The county's series of meetings, each by the name that the county gives it. */
export function useSeries() {
  const { locale } = useI18n()
  const { data: series, isLoading, error } = useQuery({ queryKey: ['meetings', 'series'], queryFn: listMeetingSeries, staleTime: 60_000 })
  const nameOf = (s: MeetingSeries) => (locale.value === 'en' ? s.name.en : s.name.zh)
  const called = (code: string) => {
    const found = series.value?.find((s) => s.code === code)
    return found ? nameOf(found) : code
  }
  return { series, isLoading, error, nameOf, called }
}
