import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { ElMessage } from 'element-plus'
import { computed, shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { actOnComplaint, actOnComplaintCase } from '@/api/intake'
import { listBodies } from '@/api/operations'
import type { Complaint } from '@/api/types/intake'
import type { Act, Field } from '@/shared/ui/act'

const FINDINGS = ['violation', 'no-violation', 'not-ours']
const WAYS = ['phone', 'letter', 'visit', 'web', 'other']
const ATTEMPTS = [1, 2, 3]
/** what is put in writing when it is verified */
const VERIFIED = ['statement-of-facts', 'preliminary-evidence', 'other']

/** What each act on a complaint asks for, and where it goes. The server says which are offered. */
export function useComplaintActs(options: { complaint: Ref<Complaint | undefined> }) {
  const { t } = useI18n()
  const queries = useQueryClient()
  const act = shallowRef<Act | null>(null)
  const { data: bodies } = useQuery({ queryKey: ['bodies'], queryFn: () => listBodies({}), staleTime: 600_000 })
  /** the township where it happened: offered first, chosen by the person */
  const townships = computed(() => (bodies.value ?? []).filter((b) => b.kind === 'township' && b.division === options.complaint.value?.line.division).map((b) => b.id))

  const text = (name: string, label: string, required = true, more: Partial<Field> = {}): Field => ({ name, label, kind: 'textarea', required, ...more })

  function begin(name: string) {
    const c = options.complaint.value
    if (!c) return
    const { version } = c
    const id = c.line.id
    const go = (verb: string) => (v: object) => actOnComplaint(id, verb, { version, ...v })
    const may = (finding: string) => c.actions.find((a) => a.name === `verifyComplaint:${finding}`)?.allowed ?? true
    const acts: Record<string, () => Act> = {
      recordComplaint: () => ({ name, words: 'intake.acts.record', fields: [text('note', 'shared.detail.note', false)], submit: go('registration') }),
      acceptComplaint: () => ({ name, words: 'intake.acts.accept', fields: [], submit: go('acceptance') }),
      verifyComplaint: () => ({
        name, words: 'intake.acts.verify',
        fields: [
          { name: 'finding', label: 'intake.acts.finding', kind: 'radio', required: true, initial: FINDINGS.find(may) ?? null, options: FINDINGS.map((f) => ({ value: f, label: t(`intake.findings.${f}`) })) },
          { name: 'competent', label: 'intake.acts.competent', kind: 'body', kinds: ['department', 'township', 'county-government', 'external'], exclude: [c.line.answerable.id], suggested: townships.value, hint: 'intake.acts.competentHint', when: (v) => v.finding === 'not-ours' },
          text('note', 'intake.acts.verified'),
          { name: 'attachments', label: 'intake.attachments', kind: 'files', hint: 'intake.acts.verifiedFiles', options: VERIFIED.map((value) => ({ value, label: value })) },
        ],
        submit: (v) => actOnComplaint(id, 'verification', { version, finding: v.finding, note: v.note, competent: v.competent ?? null, attachments: (v.attachments as { attachment: string }[]).map((a) => a.attachment) }),
      }),
      referComplaint: () => ({
        name, words: 'intake.acts.refer',
        fields: [
          { name: 'to', label: 'intake.acts.referTo', kind: 'body', required: true, kinds: ['township', 'team'], suggested: townships.value, initial: townships.value[0] ?? null },
          text('told', 'intake.acts.told', false, { hint: 'intake.acts.toldHint' }),
          text('note', 'intake.acts.referNote', false),
          ...(c.writtenMaterial ? [{ name: 'materialHandedOver', label: 'intake.acts.materialHandedOver', kind: 'check', initial: true } satisfies Field] : []),
        ],
        submit: (v) => actOnComplaint(id, 'referral', { version, to: v.to, told: v.told ?? '', note: v.note ?? '', materialHandedOver: v.materialHandedOver === true }),
      }),
      openComplaintCase: () => ({ name, words: 'intake.acts.openCase', fields: [text('note', 'shared.detail.note', false)], submit: go('case') }),
      stepComplaintCase: () => ({
        name, words: 'intake.acts.step',
        fields: [
          c.caseFile?.toCome.length
            ? { name: 'step', label: 'intake.acts.stepName', kind: 'select', required: true, initial: c.caseFile.toCome[0], options: c.caseFile.toCome.map((s) => ({ value: s, label: s })) }
            : { name: 'step', label: 'intake.acts.stepName', kind: 'text', required: true },
          text('note', 'intake.acts.stepNote'),
          { name: 'attachments', label: 'intake.attachments', kind: 'files' },
        ],
        submit: (v) => actOnComplaintCase(id, 'steps', { version, step: v.step, note: v.note, attachments: (v.attachments as { attachment: string }[]).map((a) => a.attachment) }),
      }),
      closeComplaintCase: () => ({ name, words: 'intake.acts.closeCase', fields: [text('result', 'shared.detail.result')], submit: (v) => actOnComplaintCase(id, 'closing', { version, ...v }) }),
      replyComplaint: () => reply(c),
      feedBackComplaint: () => ({ name, words: 'intake.acts.feedBack', fields: [text('text', 'shared.detail.result', true, { initial: c.result?.text ?? null })], submit: go('feedback') }),
      closeComplaint: () => ({ name, words: 'intake.acts.close', fields: [], submit: go('closing') }),
      guideComplaint: () => ({ name, words: 'intake.acts.guide', fields: [text('text', 'intake.acts.guidance')], submit: (v) => actOnComplaint(id, 'guidance', v) }),
    }
    const made = acts[name]?.()
    // the dialog stays until what it changed is seen: the next act begins from there
    if (made) act.value = { ...made, submit: (v) => made.submit(v).then(seen) }
    else ElMessage.warning(t('flow.unknownAct', { name }))
  }

  /** The reply, or why there is none: unknown to us, or out of reach after so many tries. */
  function reply(c: Complaint): Act {
    const told = (v: Record<string, unknown>) => v.told === 'told'
    const unreachable = (v: Record<string, unknown>) => v.told === 'unreachable'
    return {
      name: 'replyComplaint', words: c.line.anonymous ? 'intake.acts.replyAnonymous' : 'intake.acts.reply',
      fields: [
        { name: 'told', label: 'intake.acts.toldWhether', kind: 'radio', required: true, initial: 'told', options: ['told', 'unreachable', 'anonymous'].map((k) => ({ value: k, label: t(`intake.told.${k}`) })) },
        text('text', 'intake.acts.replyText', true, { initial: c.result?.text ?? null, when: told }),
        { name: 'how', label: 'intake.acts.how', kind: 'select', required: true, initial: c.line.anonymous || c.line.channel === 'web' ? 'web' : c.line.channel === 'letter' || c.line.channel === 'visit' ? c.line.channel : 'phone', options: WAYS.map((w) => ({ value: w, label: t(`intake.ways.${w}`) })), when: told },
        ...ATTEMPTS.flatMap((n): Field[] => {
          const shown = (v: Record<string, unknown>) => unreachable(v) && (n === 1 || Boolean(v[`how${n - 1}`]))
          return [
            { name: `at${n}`, label: t('intake.acts.attemptAt', { n }), kind: 'instant', required: n === 1, when: shown },
            { name: `how${n}`, label: t('intake.acts.attemptHow', { n }), kind: 'text', required: n === 1, when: shown },
          ]
        }),
      ],
      submit: (v) =>
        actOnComplaint(c.line.id, 'reply', {
          version: c.version,
          text: told(v) ? v.text : null,
          how: told(v) ? v.how : 'other',
          noReply: told(v) ? null : v.told,
          attempts: ATTEMPTS.filter((n) => v[`how${n}`]).map((n) => ({ at: v[`at${n}`], how: v[`how${n}`] })),
        }),
    }
  }

  const seen = () => queries.invalidateQueries()
  function done() {
    act.value = null
    ElMessage.success(t('shared.done'))
  }
  return { act, begin, seen, done }
}
