import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import * as api from '@/api/operations'
import { Problem } from '@/api/problem'
import type { Role, Session } from '@/api/types/identity'

/** Who sits at this desk, in the name of which body. */
export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const known = ref(false)

  async function load(): Promise<void> {
    try {
      session.value = await api.getSession()
    } catch (fault) {
      if (!(fault instanceof Problem) || fault.status !== 401) throw fault
      session.value = null
    }
    known.value = true
  }
  async function signIn(login: string, password: string): Promise<void> {
    await api.signIn({ login, password })
    await load()
  }
  async function signOut(): Promise<void> {
    await api.signOut()
    session.value = null
  }
  async function sitIn(body: string): Promise<void> {
    await api.switchBody({ body })
    await load()
  }
  function forget(): void {
    session.value = null
  }
  const roles = computed<Role[]>(() => session.value?.roles ?? [])
  const has = (...wanted: Role[]) => wanted.some((r) => roles.value.includes(r))

  return { session, known, roles, has, load, signIn, signOut, sitIn, forget }
})
