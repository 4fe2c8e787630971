// The map: districts as its ground, parcels in the colour of their outcome. Everything comes from this server.
import { LngLatBounds, Map, NavigationControl, Popup, ScaleControl, setWorkerUrl } from './lib/maplibre-gl.mjs';
import { nameDistricts } from './district-names.js';

const frame = document.getElementById('map');
const message = document.getElementById('map-message');
const empty = { type: 'FeatureCollection', features: [] };
// Below this zoom a parcel is smaller than the point that stands for it.
const shapesFrom = 12;

setWorkerUrl(new URL('./lib/maplibre-gl-worker.mjs', import.meta.url).href);
start().catch((error) => {
  message.textContent = `地图没有显示出来：${error.message}。列表不受影响。`;
  message.hidden = false;
});

async function start() {
  const [districts, parcels] = await Promise.all([load(frame.dataset.districts), load(frame.dataset.parcels)]);
  const points = { ...empty, features: parcels.features.map(pointOf) };
  const map = new Map({
    container: frame,
    style: style(districts, parcels, points, frame.dataset.district),
    bounds: extent(districts, points, frame.dataset.district),
    fitBoundsOptions: { padding: 40, maxZoom: 14 },
    maxZoom: 19,
    dragRotate: false,
    pitchWithRotate: false,
    attributionControl: false,
    locale: { 'NavigationControl.ZoomIn': '放大', 'NavigationControl.ZoomOut': '缩小', 'Map.Title': '存量土地地图' },
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left');
  map.touchZoomRotate.disableRotation();
  nameDistricts(map, districts);
  for (const layer of ['parcel-fill', 'parcel-point']) openOnClick(map, layer);
  map.once('idle', () => { frame.dataset.ready = 'true'; });
}

async function load(address) {
  const response = await fetch(address, { headers: { accept: 'application/geo+json' } });
  if (!response.ok) throw new Error(`取不到数据（${response.status}）`);
  return response.json();
}

function pointOf(feature) {
  const { lon, lat } = feature.properties;
  return { type: 'Feature', properties: feature.properties, geometry: { type: 'Point', coordinates: [lon, lat] } };
}

function chosenOr(chosen, one, other) {
  return ['case', ['==', ['get', 'code'], chosen ?? ''], one, other];
}

function style(districts, parcels, points, chosen) {
  const colour = ['get', 'colour'];
  const generated = ['==', ['get', 'generated'], true];
  const line = (id, filter, dash) => ({
    id, type: 'line', source: 'parcels', minzoom: shapesFrom, filter,
    paint: { 'line-color': '#1f2937', 'line-width': 1.5, ...(dash && { 'line-dasharray': dash }) },
  });
  return {
    version: 8,
    sources: {
      districts: { type: 'geojson', data: districts },
      parcels: { type: 'geojson', data: parcels },
      points: { type: 'geojson', data: points },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#e8edf2' } },
      { id: 'district-fill', type: 'fill', source: 'districts', paint: { 'fill-color': chosenOr(chosen, '#fff3d6', '#fbfaf6') } },
      { id: 'district-line', type: 'line', source: 'districts', paint: { 'line-color': '#8496aa', 'line-width': 1.2 } },
      { id: 'parcel-fill', type: 'fill', source: 'parcels', minzoom: shapesFrom, paint: { 'fill-color': colour, 'fill-opacity': 0.85 } },
      line('parcel-line', ['!', generated]),
      line('parcel-line-generated', generated, [3, 2]),
      {
        id: 'parcel-point', type: 'circle', source: 'points', maxzoom: shapesFrom,
        paint: {
          'circle-color': colour, 'circle-stroke-color': '#1f2937', 'circle-stroke-width': 1,
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 3, 11, 6],
        },
      },
    ],
  };
}

// The chosen district, else the districts that have parcels, else all districts; parcels outside them too.
function extent(districts, points, chosen) {
  const bounds = new LngLatBounds();
  const occupied = new Set(points.features.map((f) => f.properties.division));
  const shown = districts.features.filter(({ properties: { code } }) => (chosen ? isIn(code, chosen) : occupied.has(code)));
  for (const f of shown.length > 0 ? shown : districts.features) walk(f.geometry.coordinates, bounds);
  if (!chosen) for (const f of points.features) bounds.extend(f.geometry.coordinates);
  return bounds.isEmpty() ? new LngLatBounds([73, 18], [135, 54]) : bounds;
}

// A city's code ends in 00.
function isIn(code, region) {
  return code === region || (region.endsWith('00') && code.startsWith(region.slice(0, 4)));
}

function walk(coordinates, bounds) {
  if (typeof coordinates[0] === 'number') bounds.extend(coordinates);
  else for (const part of coordinates) walk(part, bounds);
}

function openOnClick(map, layer) {
  const popup = new Popup({ closeButton: false, closeOnClick: false });
  map.on('mousemove', layer, (event) => {
    const { name, outcomeName, decisions, generated } = event.features[0].properties;
    map.getCanvas().style.cursor = 'pointer';
    popup.setLngLat(event.lngLat).setText(`${name}：${outcomeName}${decisions ? ` · ${decisions}` : ''}${generated ? '（演示数据）' : ''}`).addTo(map);
  });
  map.on('mouseleave', layer, () => {
    map.getCanvas().style.cursor = '';
    popup.remove();
  });
  map.on('click', layer, (event) => { window.location.assign(event.features[0].properties.url); });
}
