import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { ElMessage } from 'element-plus'
import { computed, shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import * as api from '@/api/operations'
import type { Matter } from '@/api/types/matter'
import type { Handover, Notice } from '@/api/types/transfer'
import { dayOf } from '@/shared/format/time'
import type { Act, Field } from '@/shared/ui/act'

const reason = (required = true): Field => ({ name: 'reason', label: 'shared.detail.reason', kind: 'textarea', required })

/** What each act on a matter asks for, and where it goes. The server says which are offered. */
export function useMatterActs(options: { matter: Ref<Matter | undefined> }) {
  const { t } = useI18n()
  const router = useRouter()
  const queries = useQueryClient()
  const act = shallowRef<Act | null>(null)

  // who the power list names: offered first, decided by the person
  const { data: competence } = useQuery({
    queryKey: computed(() => ['competence', 'matter', options.matter.value?.id, options.matter.value?.version]),
    queryFn: () => api.askCompetence({ items: options.matter.value?.items.map((i) => i.code) ?? [], division: options.matter.value?.place.division ?? '', on: options.matter.value?.actFrom ? dayOf(options.matter.value.actFrom) : undefined }),
    enabled: computed(() => options.matter.value?.stage === 'registered' && options.matter.value.items.length > 0),
  })
  const competentBodies = computed(() => [...new Set((competence.value ?? []).flatMap((c) => c.holders.map((h) => h.body)))].filter((b) => b !== options.matter.value?.holder.id && b !== options.matter.value?.holderLegalBody.id))

  function begin(name: string) {
    const m = options.matter.value
    if (!m) return
    const version = m.version
    if (name === 'prepareTransfer') {
      void router.push(`/matters/${m.id}/transfers/new`)
      return
    }
    const competent = m.judgement?.competent?.id
    const acts: Record<string, Act> = {
      judgeMatter: {
        name, words: 'matter.acts.judgeWords',
        fields: [
          { name: 'ours', label: 'matter.acts.whose', kind: 'radio', required: true, initial: m.actions.find((a) => a.name === 'judgeMatterOurs')?.allowed ? 'yes' : 'no', options: [{ value: 'no', label: t('matter.acts.notOurs') }, { value: 'yes', label: t('matter.acts.ours') }] },
          { name: 'competent', label: 'matter.acts.competent', kind: 'body', kinds: ['department', 'township', 'county-government', 'external'], exclude: [m.holder.id, m.holderLegalBody.id], suggested: competentBodies.value, initial: competentBodies.value[0] ?? null, hint: 'matter.acts.competentHint', when: (v) => v.ours === 'no' },
          { ...reason(), when: (v) => v.ours === 'no' },
          { ...reason(false), name: 'note', when: (v) => v.ours === 'yes' },
        ],
        submit: (v) => api.judgeMatter(m.id, { version, ours: v.ours === 'yes', reason: v.reason ?? v.note ?? '', competent: v.competent ?? null }),
      },
      markUrgent: { name, words: 'matter.acts.urgentWords', fields: [reason()], submit: (v) => api.markUrgent(m.id, { version, ...v }) },
      confirmUrgency: { name, words: 'matter.acts.confirmUrgencyWords', fields: [reason()], submit: (v) => api.reviewUrgency(m.id, 'confirmation', { version, ...v }) },
      liftUrgency: { name, words: 'matter.acts.liftUrgencyWords', fields: [reason()], submit: (v) => api.reviewUrgency(m.id, 'lifting', { version, ...v }) },
      recordDissuasion: { name, words: 'matter.acts.dissuadeWords', fields: [{ name: 'how', label: 'matter.acts.how', kind: 'textarea', required: true }], submit: (v) => api.recordDissuasion(m.id, { version, ...v }) },
      sendNotice: {
        name, words: 'matter.acts.noticeWords',
        fields: [
          { name: 'purpose', label: 'matter.acts.purpose', kind: 'radio', required: true, initial: m.hazard ? 'hazard' : 'in-progress', options: [...(m.hazard || !m.inProgress ? [{ value: 'hazard', label: t('matter.purposes.hazard') }] : []), ...(m.inProgress || !m.hazard ? [{ value: 'in-progress', label: t('matter.purposes.in-progress') }] : [])] },
          { name: 'to', label: 'matter.acts.to', kind: 'body', required: true, exclude: [m.holder.id], suggested: competent ? [competent] : [] },
          { name: 'content', label: 'matter.acts.content', kind: 'textarea', required: true, initial: m.facts },
        ],
        submit: (v) => api.sendNotice(m.id, v),
      },
      makeHandover: {
        name, words: 'matter.acts.handoverWords',
        fields: [
          { name: 'station', label: 'matter.acts.station', kind: 'body', required: true, kinds: ['dispatched'] },
          { name: 'items', label: 'matter.acts.items', kind: 'textarea', required: true },
          { name: 'amount', label: 'matter.acts.limitAmount', kind: 'number', hint: 'matter.acts.limitHint' },
          { name: 'unit', label: 'matter.acts.limitUnit', kind: 'select', initial: 'working-day', options: ['hour', 'working-day', 'calendar-day'].map((u) => ({ value: u, label: t(`matter.units.${u}`) })), when: (v) => Boolean(v.amount) },
        ],
        submit: (v) => api.makeHandover(m.id, { station: v.station, items: v.items, limitAmount: v.amount ?? null, limitUnit: v.amount ? v.unit : null }),
      },
    }
    act.value = acts[name] ?? null
    if (!acts[name]) ElMessage.warning(t('matter.acts.unknown', { name }))
  }

  function beginHandover(h: Handover, name: string) {
    const version = h.version
    const go = (verb: string) => (v: object) => api.actOnHandover(h.id, verb, { version, ...v })
    const acts: Record<string, Act> = {
      receiveHandover: { name, words: 'matter.acts.receiveHandoverWords', fields: [], submit: go('receipt') },
      feedBackHandover: { name, fields: [{ name: 'result', label: 'shared.detail.result', kind: 'textarea', required: true }], submit: go('feedback') },
      closeHandover: { name, fields: [], words: 'matter.acts.closeWords', submit: go('closing') },
    }
    act.value = acts[name] ?? null
  }

  function beginNotice(n: Notice, name: string) {
    const version = n.version
    const go = (verb: string) => (v: object) => api.actOnNotice(n.id, verb, { version, ...v })
    const acts: Record<string, Act> = {
      acknowledgeNotice: { name, fields: [{ name: 'people', label: 'matter.acts.people', kind: 'text', required: true }], submit: go('acknowledgement') },
      handleNotice: { name, fields: [{ name: 'outcome', label: 'matter.acts.outcome', kind: 'textarea', required: true }], submit: go('outcome') },
      refuseNotice: { name, danger: true, words: 'matter.acts.refuseWords', fields: [reason(false)], submit: go('refusal') },
      reportNotice: { name, words: 'matter.acts.reportWords', fields: [{ name: 'report', label: 'matter.acts.reportText', kind: 'textarea', required: true }], submit: go('report') },
      closeNotice: { name, fields: [], words: 'matter.acts.closeWords', submit: go('closing') },
    }
    act.value = acts[name] ?? null
  }

  async function done() {
    act.value = null
    ElMessage.success(t('shared.done'))
    await queries.invalidateQueries()
  }

  return { act, begin, beginHandover, beginNotice, done }
}
