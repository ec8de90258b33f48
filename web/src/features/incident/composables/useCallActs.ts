import { computed, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useQuery } from '@tanstack/vue-query'
import { actOnCall, listSupportWords, type SupportCall } from '@/api/incident'
import type { Acts } from '@/shared/ui/flow'
import { check, line, pick, reason, words } from '@/features/flow'

/** What each act on a call for help asks for: as little as can be, since in an emergency nobody writes. */
export function useCallActs(options: { call: Ref<SupportCall | undefined> }): { acts: ComputedRef<Acts> } {
  const { t } = useI18n()
  const { data: listed } = useQuery({ queryKey: ['support-calls', 'words'], queryFn: listSupportWords, staleTime: 600_000 })
  const acts = computed<Acts>((): Acts => {
    const c = options.call.value
    if (!c) return {}
    const go = (verb: string) => (v: object) => actOnCall(c.id, verb, { version: c.version, ...v })
    return {
      answerCall: { words: 'incident.acts.answer', fields: [], submit: go('answer') },
      sendPolice: { words: 'incident.acts.send', fields: [line('people', 'incident.people')], submit: go('dispatch') },
      arriveAtCall: { words: 'incident.acts.arrive', fields: [], submit: go('arrival') },
      takeOverScene: { words: 'incident.acts.takeOver', fields: [words('scene', 'incident.scene')], submit: go('scene') },
      closeCall: { words: 'incident.acts.close', fields: [words('result', 'shared.detail.result'), { ...check('obstruction', 'incident.obstruction'), initial: true }], submit: go('closing') },
      settleCall: { fields: [{ ...pick('outcome', 'incident.outcome', (listed.value?.outcomes ?? []).map((o) => ({ value: o.name, label: o.name }))), kind: 'select' }, words('words', 'incident.words', false)], submit: go('outcome') },
      withdrawCall: { danger: true, words: 'incident.acts.withdraw', fields: [{ ...reason(), initial: t('incident.calmed') }], submit: go('withdrawal') },
    }
  })
  return { acts }
}
