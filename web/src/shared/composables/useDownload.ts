import { ref, shallowRef } from 'vue'
import { fetchFile } from '@/api/operations'
import { asProblem, type Problem } from '@/api/problem'

/** Saves a file under a name that says what it is; a refusal is a sentence, not a broken file. */
export function useDownload() {
  /** the address that is being fetched */
  const loading = ref('')
  const fault = shallowRef<Problem | null>(null)

  async function download(url: string, name: string) {
    loading.value = url
    fault.value = null
    try {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await fetchFile(url))
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
    } catch (e) {
      fault.value = asProblem(e)
    } finally {
      loading.value = ''
    }
  }
  return { loading, fault, download }
}
