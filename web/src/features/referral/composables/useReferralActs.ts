import { computed, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { actOnReferral, type Referral } from '@/api/referral'
import type { Field } from '@/shared/ui/act'
import type { Acts } from '@/shared/ui/flow'
import { body, check, files, line, materialsOf, pick, reason, words } from '@/features/flow'

const KINDS = ['investigation-report', 'crime-transfer-letter', 'goods-list', 'inspection-report', 'evidence-material', 'other']

/** What each act on a suspected crime asks for, and where it goes. The server says which are offered. */
export function useReferralActs(options: { referral: Ref<Referral | undefined> }): { acts: ComputedRef<Acts> } {
  const { t } = useI18n()
  const document = line('document', 'referral.document', false)
  const said = words('words', 'referral.words', false)
  const materials = files('materials', 'referral.materials', KINDS)
  const decision: Field[] = [pick('filed', 'referral.decision', [{ value: 'yes', label: t('referral.filed') }, { value: 'no', label: t('referral.notFiled') }]), document, said]

  const acts = computed<Acts>((): Acts => {
    const r = options.referral.value
    if (!r) return {}
    const go = (verb: string) => (v: object) => actOnReferral(r.id, verb, { version: r.version, ...v })
    const withFiles = (verb: string) => (v: Record<string, unknown>) => go(verb)({ ...v, materials: materialsOf(v.materials) })
    const decide = (verb: string) => (v: Record<string, unknown>) => go(verb)({ ...v, filed: v.filed === 'yes' })
    return {
      reportCrime: {
        words: 'referral.acts.report',
        fields: [{ ...words('report', 'referral.report'), initial: r.report || null }, { ...line('crime', 'referral.crime'), initial: r.crime }, materials, { name: 'goods', label: 'referral.goods', kind: 'rows', columns: (['name', 'quantity', 'source', 'custody'] as const).map((name) => ({ name, label: `referral.good.${name}`, kind: 'text' as const })) }],
        submit: withFiles('report'),
      },
      decideCrime: {
        words: 'referral.acts.decide',
        fields: [pick('approved', 'referral.decision', [{ value: 'yes', label: t('referral.approve') }, { value: 'no', label: t('referral.disapprove') }]), { ...reason(), when: (v) => v.approved === 'no' }],
        submit: (v) => go('decision')({ ...v, approved: v.approved === 'yes' }),
      },
      transferCrime: { words: 'referral.acts.transfer', fields: [body('to', 'referral.police', { required: false, hint: 'referral.policeHint', initial: r.police?.id ?? null }), check('copied', 'referral.copied')], submit: go('transfer') },
      receiveCrime: { fields: [document, said], submit: go('receipt') },
      forwardCrime: { words: 'referral.acts.forward', fields: [body('to', 'referral.forwardTo'), document, said], submit: go('forwarding') },
      askCrimeSupplement: { fields: [{ ...said, required: true, label: 'referral.lacking' }, document], submit: go('supplement-request') },
      supplementCrime: { fields: [{ ...materials, required: true }, words('note', 'shared.detail.note', false)], submit: withFiles('supplement') },
      answerCrime: { words: 'referral.acts.answer', fields: decision, submit: decide('police-decision') },
      askReconsideration: { words: 'referral.acts.reconsider', fields: [reason()], submit: go('reconsideration') },
      askSupervision: { words: 'referral.acts.supervise', fields: [reason()], submit: go('supervision') },
      answerSupervision: { fields: decision, submit: decide('supervision-answer') },
      handOverGoods: { words: 'referral.acts.goods', fields: [reason(false)], submit: go('goods') },
      giveBackCrime: { words: 'referral.acts.giveBack', danger: true, fields: [document, { ...said, required: true }], submit: go('return') },
      concludeCrime: { fields: [document, { ...said, required: true }], submit: go('conclusion') },
      unmarkCrime: { words: 'referral.acts.unmark', danger: true, fields: [reason()], submit: go('unmarking') },
    }
  })
  return { acts }
}
