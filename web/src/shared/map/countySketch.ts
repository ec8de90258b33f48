import 'leaflet/dist/leaflet.css'
import type { GeoJsonObject } from 'geojson'
import * as L from 'leaflet'

export interface Point {
  lng: number
  lat: number
}

const PIN = L.divIcon({
  className: 'pin',
  html: '<svg width="28" height="36" viewBox="0 0 28 36"><path d="M14 1C6.8 1 1 6.7 1 13.8 1 23 14 35 14 35s13-12 13-21.2C27 6.7 21.2 1 14 1z" fill="#b0301f" stroke="#fff" stroke-width="1.5"/><circle cx="14" cy="13.5" r="4.5" fill="#fff"/></svg>',
  iconSize: [28, 36],
  iconAnchor: [14, 35],
})

/** To about a metre: no finer than a finger on a screen. */
export const rounded = (p: Point): Point => ({ lng: Math.round(p.lng * 1e5) / 1e5, lat: Math.round(p.lat * 1e5) / 1e5 })

/** A county's outline with its townships, and one pin. No tiles and no network: what it shows is given to it. */
export function countySketch(options: { box: HTMLElement; readonly?: boolean; pinWords: string; onPlaced: (point: Point) => void }) {
  const map = L.map(options.box, { attributionControl: false, zoomSnap: 0.25, minZoom: 6, maxZoom: 17, scrollWheelZoom: false }).setView([30, 110], 6)
  const towns = L.layerGroup().addTo(map)
  let outline: L.GeoJSON | null = null
  let pin: L.Marker | null = null

  if (!options.readonly) map.on('click', (e) => options.onPlaced(rounded(e.latlng)))

  function draw(boundary: GeoJsonObject, divisions: { name: string; lng?: number | null; lat?: number | null }[]) {
    outline?.remove()
    towns.clearLayers()
    outline = L.geoJSON(boundary, { style: { color: '#0f5257', weight: 1.5, fillColor: '#cfdfdd', fillOpacity: 0.55 }, interactive: false }).addTo(map)
    map.fitBounds(outline.getBounds(), { padding: [12, 12] })
    for (const d of divisions)
      if (d.lat && d.lng)
        L.circleMarker([d.lat, d.lng], { radius: 4, color: '#0f5257', weight: 1, fillColor: '#fff', fillOpacity: 1, interactive: false })
          .addTo(towns)
          .bindTooltip(d.name, { permanent: true, direction: 'right', className: 'town' })
  }

  function place(point: Point | null) {
    if (!point) {
      pin?.remove()
      pin = null
      return
    }
    if (pin) pin.setLatLng([point.lat, point.lng])
    else {
      pin = L.marker([point.lat, point.lng], { icon: PIN, draggable: !options.readonly, keyboard: false, alt: options.pinWords }).addTo(map)
      pin.on('dragend', () => {
        if (pin) options.onPlaced(rounded(pin.getLatLng()))
      })
    }
  }
  const look = (point: Point, zoom: number) => map.setView([point.lat, point.lng], Math.max(map.getZoom(), zoom))

  return { draw, place, look, remove: () => map.remove() }
}
