import { createI18n } from 'vue-i18n'
import { speak } from '@/api/client'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const KEPT = 'xiezhi.locale'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as string,
  fallbackLocale: 'zh-CN',
  missingWarn: false,
  fallbackWarn: false,
  messages: {} as Record<string, Record<string, string>>,
})

type Loaders = Record<Locale, () => Promise<{ default: object }>>

let loaders: Loaders | null = null

/** Where this program's messages come from: said before the first word. */
export function speakFrom(own: Loaders): void {
  loaders = own
}

export function keptLocale(): Locale {
  const kept = localStorage.getItem(KEPT)
  return LOCALES.find((l) => l === kept) ?? 'zh-CN'
}

export async function useLocale(locale: Locale): Promise<void> {
  if (!i18n.global.availableLocales.includes(locale) || Object.keys(i18n.global.getLocaleMessage(locale)).length === 0) {
    const messages = (await loaders?.[locale]())?.default ?? {}
    i18n.global.setLocaleMessage(locale, messages as Record<string, string>)
  }
  i18n.global.locale.value = locale
  localStorage.setItem(KEPT, locale)
  document.documentElement.lang = locale
  speak(locale)
}
