import { computed, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { actOnTransfer } from '@/api/operations'
import type { Transfer } from '@/api/types/transfer'
import { useSaid } from '@/shared/composables/useSaid'
import type { Field } from '@/shared/ui/act'
import type { Acts } from '@/shared/ui/flow'
import { attachmentsOf } from '@/features/flow'

const LEGAL = ['department', 'township', 'county-government', 'external']
const KINDS = ['statement-of-facts', 'source-material', 'preliminary-evidence', 'management-notice-record', 'evidence-media', 'article-list', 'consultation-record', 'other']

/** What each act on a transfer asks for, and where it goes. The server says which are offered. */
export function useTransferActs(options: { transfer: Ref<Transfer | undefined> }): { acts: ComputedRef<Acts> } {
  const { t } = useI18n()
  const { named } = useSaid()
  const router = useRouter()

  const acts = computed<Acts>((): Acts => {
    const x = options.transfer.value
    if (!x) return {}
    const version = x.version
    const go = (verb: string) => (v: object) => actOnTransfer(x.id, verb, { version, ...v })
    const text = (field: string, label: string, required = true): Field => ({ name: field, label, kind: 'textarea', required })
    return {
      amendTransfer: () => void router.push(`/transfers/${x.id}/amend`),
      submitTransfer: { words: 'transfer.acts.submit', fields: [], submit: go('submission') },
      sendTransfer: { words: 'transfer.acts.send', fields: [], submit: go('dispatch') },
      declineTransfer: { danger: true, fields: [text('reason', 'transfer.acts.declineReason')], submit: go('refusal-to-sign') },
      withdrawTransfer: { danger: true, words: 'transfer.acts.withdraw', fields: [text('reason', 'shared.detail.reason')], submit: go('withdrawal') },
      receiveTransfer: { words: x.articles.length ? 'transfer.acts.receiveArticles' : 'transfer.acts.receive', fields: x.articles.map((a, i): Field => ({ name: `article-${i}`, label: t('transfer.acts.signFor', { name: a.name, quantity: a.quantity }), kind: 'check' })), submit: (v) => {
        if (Object.values(v).some((signed) => signed !== true)) return Promise.reject(new Error(t('transfer.acts.signEach')))
        return actOnTransfer(x.id, 'receipt', { version })
      } },
      acceptTransfer: { words: 'transfer.acts.accept', fields: [], submit: go('acceptance') },
      askSupplement: { words: 'transfer.acts.askSupplement', fields: [text('what', 'transfer.acts.what')], submit: go('supplement-request') },
      supplementTransfer: {
        fields: [{ name: 'materials', label: 'transfer.materials', kind: 'files', required: true, options: KINDS.map((k) => ({ value: k, label: named('materials', k) })) }, text('note', 'shared.detail.note', false)],
        submit: go('supplement'),
      },
      returnTransfer: {
        danger: true, words: 'transfer.acts.return',
        fields: [{ name: 'why', label: 'transfer.acts.returnKind', kind: 'radio', required: true, initial: 'not-ours', options: ['not-ours', 'other'].map((k) => ({ value: k, label: t(`transfer.returnKinds.${k}`) })) }, text('reason', 'shared.detail.reason')],
        submit: go('return'),
      },
      screenTransfer: { words: 'transfer.acts.screen', fields: [{ name: 'receiver', label: 'transfer.acts.competent', kind: 'body', required: true, kinds: LEGAL }, text('finding', 'transfer.acts.finding')], submit: go('screening') },
      returnResult: { words: 'transfer.acts.result', fields: [text('result', 'shared.detail.result'), { name: 'attachments', label: 'transfer.acts.resultFiles', kind: 'files', options: KINDS.map((k) => ({ value: k, label: named('materials', k) })) }], submit: (v) => actOnTransfer(x.id, 'result', { version, result: v.result, attachments: attachmentsOf(v.attachments) }) },
    }
  })
  return { acts }
}
