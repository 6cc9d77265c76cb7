// The small map on the pages of items: the shapes alone, no tiles, nothing from outside.
const place = document.getElementById('map');
if (place) {
  const L = await import(new URL('../webjars/leaflet/1.9.4/dist/leaflet-src.esm.js', import.meta.url).href);
  const address = new URL(place.dataset.items, location.href);
  address.searchParams.delete('crs');
  const response = await fetch(address, { headers: { Accept: 'application/geo+json' } });
  const data = await response.json();
  const style = { color: '#a8322a', weight: 1.5, fillOpacity: 0.12 };
  const map = L.map(place, { attributionControl: false, preferCanvas: true, zoomSnap: 0.25 });
  const layer = L.geoJSON(data, {
    style,
    pointToLayer: (_feature, at) => L.circleMarker(at, { ...style, radius: 4, fillOpacity: 0.6 }),
    onEachFeature: (feature, shape) => shape.bindTooltip(() => label(feature)),
  }).addTo(map);
  const bounds = layer.getBounds();
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [12, 12], maxZoom: 17 });
  else place.remove();
}

// A text node, never markup: names come from data.
function label(feature) {
  const box = document.createElement('span');
  box.textContent = feature.properties?.name ? `${feature.properties.name} ${feature.id}` : String(feature.id);
  return box;
}
