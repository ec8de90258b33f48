import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Role } from '@/api/types/identity'

/** An entry of the navigation. */
export interface MenuEntry {
  to: string
  /** i18n key */
  label: string
  icon: Component
  group: 'desk' | 'between' | 'rules' | 'record'
  order: number
  /** shown on the phone's bar, not behind "more" */
  phone?: boolean
  /** only offered to these roles; the server decides what they may do */
  roles?: Role[]
  /** offered to the others as soon as the server has something there for them */
  elseIf?: () => Promise<boolean>
}

/** What a feature brings: each feature's module.ts exports one as its default. */
export interface FeatureModule {
  routes: RouteRecordRaw[]
  menu?: MenuEntry[]
}
