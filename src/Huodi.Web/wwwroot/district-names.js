// District names are HTML, since there is no server for glyphs. A name that would cover a larger district's name waits for a closer view.
import { Marker } from './lib/maplibre-gl.mjs';

export function nameDistricts(map, districts) {
  const names = districts.features.map((feature) => {
    const { lon, lat, grants } = feature.properties;
    const element = nameOf(feature.properties);
    new Marker({ element, anchor: 'center' }).setLngLat([lon, lat]).addTo(map);
    return { element, weight: grants * 1e6 + JSON.stringify(feature.geometry).length };
  });
  names.sort((a, b) => b.weight - a.weight);
  const arrange = () => coverNames(names);
  map.on('load', arrange);
  map.on('zoomend', arrange);
  map.on('resize', arrange);
}

function nameOf({ name, grants, grantsUrl }) {
  const element = document.createElement('div');
  element.className = 'district-name';
  element.textContent = name;
  if (grants > 0) {
    const link = document.createElement('a');
    link.className = 'grant-count';
    link.href = grantsUrl;
    link.textContent = `${grants} 宗供地`;
    link.setAttribute('aria-label', `${grants} 宗供地在${name}，未落到宗地`);
    element.append(link);
  }
  return element;
}

function coverNames(names) {
  const taken = [];
  for (const { element } of names) {
    element.classList.remove('covered');
    const box = element.getBoundingClientRect();
    const covered = taken.some((t) => box.left < t.right && t.left < box.right && box.top < t.bottom && t.top < box.bottom);
    element.classList.toggle('covered', covered);
    if (!covered) taken.push(box);
  }
}
