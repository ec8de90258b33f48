import { gather } from './gather'

// what the public's pages say, and no more: they must be small
const own = import.meta.glob<{ default: object }>('./zh/{app,duties,events,fields,needed,refusals,stages}.ts', { eager: true })
const shared = import.meta.glob<{ default: object }>('../../shared/locales/zh.ts', { eager: true })
const features = import.meta.glob<{ default: object }>('../../features/portal/locales/zh.ts', { eager: true })

export default gather(own, shared, features)
