import { onScopeDispose, reactive, ref, watch } from 'vue'

/**
 * Keeps what is being filled in on this device, so that a dead battery or a lost line costs nothing.
 * One draft for each person and body; gone once it has been sent.
 */
export function useDraft<T extends object>(options: { key: string; initial: () => T }) {
  const kept = read()
  const draft = reactive({ ...options.initial(), ...kept }) as T
  const restored = ref(kept !== null)
  const savedAt = ref<number | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function read(): Partial<T> | null {
    try {
      const text = localStorage.getItem(options.key)
      return text ? (JSON.parse(text) as Partial<T>) : null
    } catch {
      return null
    }
  }
  const text = (of: T) => JSON.stringify(of, (name, value: unknown) => (name === 'key' ? undefined : value))
  const isBlank = () => text(draft) === text(options.initial())

  const stop = watch(draft, () => {
    clearTimeout(timer)
    timer = setTimeout(save, 500)
  })
  function save() {
    try {
      if (isBlank()) localStorage.removeItem(options.key)
      else localStorage.setItem(options.key, JSON.stringify(draft))
      savedAt.value = Date.now()
    } catch {
      // the device has no room: the form still works, it is only not kept
    }
  }
  function clear() {
    Object.assign(draft, options.initial())
    clearTimeout(timer)
    localStorage.removeItem(options.key)
    restored.value = false
    savedAt.value = null
  }
  function finish() {
    stop()
    clearTimeout(timer)
    localStorage.removeItem(options.key)
  }
  onScopeDispose(() => clearTimeout(timer))
  return { draft, restored, savedAt, isBlank, clear, finish }
}
