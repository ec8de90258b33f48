import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave } from 'vue-router'

/** Asks before unsaved work is left behind, inside the application and when the tab is closed. */
export function useUnsavedGuard(options: { dirty: Ref<boolean> }): void {
  const { t } = useI18n()
  const beforeUnload = (event: BeforeUnloadEvent) => {
    if (options.dirty.value) event.preventDefault()
  }
  onMounted(() => addEventListener('beforeunload', beforeUnload))
  onBeforeUnmount(() => removeEventListener('beforeunload', beforeUnload))
  onBeforeRouteLeave(() => !options.dirty.value || confirm(t('shared.unsaved')))
}
