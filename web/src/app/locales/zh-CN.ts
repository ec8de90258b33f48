import { gather } from './gather'

const own = import.meta.glob<{ default: object }>('./zh/*.ts', { eager: true })
const shared = import.meta.glob<{ default: object }>('../../shared/locales/zh.ts', { eager: true })
const features = import.meta.glob<{ default: object }>('../../features/*/locales/zh.ts', { eager: true })

export default gather(own, shared, features)
