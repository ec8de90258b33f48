import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** Follows a value after it has been still for a while: for searching as one types. */
export function useDebounced<T>(options: { source: () => T; millis?: number }): Ref<T> {
  const settled = ref(options.source()) as Ref<T>
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(options.source, (value) => {
    clearTimeout(timer)
    timer = setTimeout(() => (settled.value = value), options.millis ?? 300)
  })
  onScopeDispose(() => clearTimeout(timer))
  return settled
}
