// Where drafts lie on the device: IndexedDB, because photos are too large for anything else.

const DATABASE = 'xiezhi'
const STORE = 'drafts'

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!('indexedDB' in globalThis)) {
      reject(new Error('no IndexedDB'))
      return
    }
    const asked = indexedDB.open(DATABASE, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('IndexedDB refused'))
    asked.onblocked = () => reject(new Error('IndexedDB blocked'))
  })
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const asked = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
    })
  } finally {
    database.close()
  }
}

const fallback = (name: string) => `xiezhi.draft.${name}`

/**
 * Writes a draft down.
 *
 * @returns whether all of it is kept; false where the device keeps only the words, not the photos
 */
export async function shelve<T extends { photos: unknown[] }>(name: string, draft: T): Promise<boolean> {
  try {
    await inStore('readwrite', (store) => store.put(draft, name))
    localStorage.removeItem(fallback(name))
    return true
  } catch {
    try {
      localStorage.setItem(fallback(name), JSON.stringify({ ...draft, photos: [] }))
    } catch {
      // the device has no room for anything: the form still works while it is open
    }
    return false
  }
}

export async function unshelve<T>(name: string): Promise<T | null> {
  try {
    const found = await inStore<T | undefined>('readonly', (store) => store.get(name) as IDBRequest<T | undefined>)
    if (found) return found
  } catch {
    // as above: what there is lies in the other place
  }
  try {
    const text = localStorage.getItem(fallback(name))
    return text ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

export async function discard(name: string): Promise<void> {
  localStorage.removeItem(fallback(name))
  await inStore('readwrite', (store) => store.delete(name)).catch(() => undefined)
}
