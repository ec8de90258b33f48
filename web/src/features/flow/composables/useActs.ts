import { useQueryClient } from '@tanstack/vue-query'
import { ElMessage } from 'element-plus'
import { shallowRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSaid } from '@/shared/composables/useSaid'
import type { Act } from '@/shared/ui/act'
import type { Acts } from '@/shared/ui/flow'

/** Begins the acts that the server offers; an act this page does not know is said so, not hidden. */
export function useActs(options: { acts: () => Acts }): { act: ShallowRef<Act | null>; begin: (name: string) => void; done: () => void } {
  const { t } = useI18n()
  const { named } = useSaid()
  const queries = useQueryClient()
  const act = shallowRef<Act | null>(null)

  function begin(name: string) {
    const found = options.acts()[name]
    if (typeof found === 'function') found()
    // the dialog stays until what it changed is seen: the next act begins from there
    else if (found) act.value = { name, ...found, submit: (values) => found.submit(values).then((made) => queries.invalidateQueries().then(() => made)) }
    else ElMessage.warning(t('flow.unknownAct', { name: named('acts', name) }))
  }
  function done() {
    act.value = null
    ElMessage.success(t('shared.done'))
  }
  return { act, begin, done }
}
