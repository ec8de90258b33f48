import { gather } from './gather'

// what the public's pages say, and no more: they must be small
const own = import.meta.glob<{ default: object }>('./en/{app,duties,events,fields,needed,refusals,stages}.ts', { eager: true })
const shared = import.meta.glob<{ default: object }>('../../shared/locales/en.ts', { eager: true })
const features = import.meta.glob<{ default: object }>('../../features/portal/locales/en.ts', { eager: true })

export default gather(own, shared, features)
