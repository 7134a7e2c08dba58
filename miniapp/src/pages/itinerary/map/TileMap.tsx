import { useEffect, useRef } from 'react';
import * as Leaflet from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { ClientInfo } from '@shared/wire/account';
import { toWgs84 } from '@shared/domain/itinerary/export/gcj02';
import type { Pin } from './project';

interface TileMapProps {
  pins: readonly Pin[];
  tiles: NonNullable<ClientInfo['map']>;
}

const EDGE: [number, number] = [36, 24];
const NEAREST = 16;

/** Places are told on the grid of Chinese maps; tiles may lie on the other. */
const pointOf = ({ lat, lon }: Pin, datum: 'gcj02' | 'wgs84'): [number, number] => {
  const at = datum === 'wgs84' ? toWgs84({ lat, lon }) : { lat, lon };
  return [at.lat, at.lon];
};

/** A name as an element: of a text Leaflet would make HTML. */
function textOf(name: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = name;
  return element;
}

function draw(map: Leaflet.Map, pins: readonly Pin[], datum: 'gcj02' | 'wgs84'): void {
  const points = pins.map((pin) => pointOf(pin, datum));
  const group = Leaflet.layerGroup().addTo(map);
  Leaflet.polyline(points, { className: 'map-line', weight: 3, dashArray: '1 7', interactive: false }).addTo(group);
  pins.forEach(({ n, name }, i) => {
    const icon = Leaflet.divIcon({ className: 'map-mark', html: `<span class="map-pin">${n}</span>`, iconSize: [24, 24] });
    Leaflet.marker(points[i] as [number, number], { icon, title: name, alt: name, keyboard: true }).bindTooltip(textOf(name)).addTo(group);
  });
  map.fitBounds(Leaflet.latLngBounds(points), { padding: EDGE, maxZoom: NEAREST, animate: false });
}

/** The day's stops on map tiles. */
export default function TileMap({ pins, tiles }: TileMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const key = JSON.stringify(pins);
  useEffect(() => {
    if (!box.current) return undefined;
    const map = Leaflet.map(box.current, { zoomControl: false, attributionControl: true, scrollWheelZoom: false });
    map.attributionControl.setPrefix(false);
    Leaflet.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19 }).addTo(map);
    draw(map, pins, tiles.datum);
    return () => void map.remove();
  }, [key, tiles.url]);
  return <div ref={box} className="map-fill" />;
}
