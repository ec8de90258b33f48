import { onScopeDispose, ref, shallowRef } from 'vue'

/** Where the phone is, followed while the page is open; a phone that does not say leaves it unknown. */
export function usePosition() {
  const point = shallowRef<{ lng: number; lat: number; metres: number } | null>(null)
  const denied = ref(!('geolocation' in navigator))
  if ('geolocation' in navigator) {
    const watching = navigator.geolocation.watchPosition(
      ({ coords }) => {
        point.value = { lng: Number(coords.longitude.toFixed(6)), lat: Number(coords.latitude.toFixed(6)), metres: Math.round(coords.accuracy) }
        denied.value = false
      },
      () => (denied.value = point.value === null),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    )
    onScopeDispose(() => navigator.geolocation.clearWatch(watching))
  }
  return { point, denied }
}
