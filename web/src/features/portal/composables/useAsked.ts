import { ref, shallowRef, watch, type Ref } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

/** What the server was asked: its answer, or what went wrong. An answer that comes too late is dropped. */
export function useAsked<Q, T>(options: { about: () => Q | null; ask: (about: Q) => Promise<T> }) {
  const data = shallowRef<T | null>(null) as Ref<T | null>
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let turn = 0

  async function ask(about: Q | null, quietly = false) {
    const mine = ++turn
    problem.value = null
    if (!quietly) data.value = null
    if (about === null) {
      loading.value = false
      return
    }
    loading.value = true
    try {
      const answer = await options.ask(about)
      if (mine === turn) data.value = answer
    } catch (fault) {
      if (mine === turn) problem.value = asProblem(fault)
    } finally {
      if (mine === turn) loading.value = false
    }
  }
  watch(options.about, (about, before) => {
    if (JSON.stringify(about) !== JSON.stringify(before)) void ask(about)
  })
  void ask(options.about())

  return { data, problem, loading, again: () => ask(options.about()), refresh: () => ask(options.about(), true) }
}
