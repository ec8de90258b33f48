// One address, two programs: what the public opens does not load what the staff needs.
import { isPublic } from './publicPaths'

await (isPublic(location.pathname) ? import('./portal') : import('./staff'))

export {}
