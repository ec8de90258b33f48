import { gather } from './gather'

const own = import.meta.glob<{ default: object }>('./en/*.ts', { eager: true })
const shared = import.meta.glob<{ default: object }>('../../shared/locales/en.ts', { eager: true })
const features = import.meta.glob<{ default: object }>('../../features/*/locales/en.ts', { eager: true })

export default gather(own, shared, features)
