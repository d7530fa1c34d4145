import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import { colour, font } from '../theme/tokens.ts';
import { coloursOf } from '../theme/tone.ts';
import type { MapPicture, MapPlace } from './picture.ts';
import { diameter } from './shapes.ts';

type Data = GeoJSONSourceSpecification['data'];

const collection = (features: object[]) => ({ type: 'FeatureCollection', features }) as Data;

export const iconOf = (place: MapPlace) =>
  [place.shape, JSON.stringify(place.tone), diameter(place), place.struck ? 'struck' : ''].join(
    ' ',
  );

export const arrowOf = (hex: string) => `arrow ${hex}`;

const weights = { small: 2, normal: 1, large: 0 };

/** The picture as three GeoJSON sources, everything that a layer needs beside each feature. */
export function sourcesOf({ areas = [], lines = [], places = [] }: MapPicture) {
  return {
    areas: collection(
      areas.map((area) => ({
        type: 'Feature',
        properties: { id: area.id, label: area.label, ...coloursOf(area.tone) },
        geometry: {
          type: 'MultiPolygon',
          coordinates: area.rings.map((ring) => [ring.map(([lon, lat]) => [lon, lat])]),
        },
      })),
    ),
    lines: collection(
      lines.map((line) => ({
        type: 'Feature',
        properties: {
          id: line.id,
          dash: line.dash ?? 'solid',
          offset: line.offset ?? 0,
          arrow: line.arrows ? arrowOf(coloursOf(line.tone).edge) : '',
          ...coloursOf(line.tone),
        },
        geometry: { type: 'LineString', coordinates: line.path.map(([lon, lat]) => [lon, lat]) },
      })),
    ),
    places: collection(
      places.map((place) => ({
        type: 'Feature',
        properties: {
          id: place.id,
          label: place.label,
          icon: iconOf(place),
          reach: diameter(place) / 2,
          order: weights[place.size ?? 'normal'],
        },
        geometry: { type: 'Point', coordinates: [place.at[0], place.at[1]] },
      })),
    ),
  };
}

const families = font.zh.split(',').map((family) => family.trim().replaceAll('"', ''));
const dimmed = (back: number) =>
  ['case', ['boolean', ['feature-state', 'back'], false], back, 1] as unknown as number;
const chosen = (yes: number, no: number) =>
  ['case', ['boolean', ['feature-state', 'selected'], false], yes, no] as unknown as number;

const line = (dash: string, pattern?: number[]) =>
  ({
    id: `line-${dash}`,
    type: 'line',
    source: 'lines',
    filter: ['==', ['get', 'dash'], dash],
    layout: { 'line-join': 'round', 'line-cap': dash === 'dotted' ? 'round' : 'butt' },
    paint: {
      'line-color': ['get', 'edge'],
      'line-width': chosen(5, 3),
      'line-offset': ['get', 'offset'],
      'line-opacity': dimmed(0.18),
      ...(pattern && { 'line-dasharray': pattern }),
    },
  }) as StyleSpecification['layers'][number];

/** A style that asks the network for nothing: no tiles, no sprite, and no glyphs, so that texts come from local fonts. */
export function styleOf(picture: MapPicture): StyleSpecification {
  const data = sourcesOf(picture);
  const source = (of: Data) => ({ type: 'geojson' as const, data: of, promoteId: 'id' });
  return {
    version: 8,
    sources: { areas: source(data.areas), lines: source(data.lines), places: source(data.places) },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#eef3f3' } },
      {
        id: 'area',
        type: 'fill',
        source: 'areas',
        paint: { 'fill-color': ['get', 'soft'], 'fill-opacity': dimmed(0.5) },
      },
      {
        id: 'area-edge',
        type: 'line',
        source: 'areas',
        paint: {
          'line-color': ['get', 'edge'],
          'line-width': chosen(2.5, 1),
          'line-opacity': dimmed(0.5),
        },
      },
      {
        id: 'area-label',
        type: 'symbol',
        source: 'areas',
        layout: {
          'text-field': ['get', 'label'],
          'text-font': families,
          'text-size': 12,
          'text-letter-spacing': 0.1,
        },
        paint: {
          'text-color': colour.textFaint,
          'text-halo-color': '#ffffff',
          'text-halo-width': 1.5,
        },
      },
      {
        id: 'line-casing',
        type: 'line',
        source: 'lines',
        filter: ['!=', ['get', 'dash'], 'dotted'],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': '#ffffff',
          'line-width': chosen(7.5, 5.5),
          'line-offset': ['get', 'offset'],
          'line-opacity': dimmed(0.18),
        },
      },
      line('solid'),
      line('dashed', [3, 2]),
      line('dotted', [0.1, 2]),
      {
        id: 'line-arrow',
        type: 'symbol',
        source: 'lines',
        filter: ['!=', ['get', 'arrow'], ''],
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 120,
          'icon-image': ['get', 'arrow'],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
        paint: { 'icon-opacity': dimmed(0) },
      },
      {
        id: 'place-halo',
        type: 'circle',
        source: 'places',
        paint: {
          'circle-radius': ['+', ['get', 'reach'], 7],
          'circle-color': colour.accent,
          'circle-opacity': chosen(0.16, 0),
          'circle-stroke-color': colour.accent,
          'circle-stroke-width': 2,
          'circle-stroke-opacity': chosen(1, 0),
        },
      },
      {
        id: 'place',
        type: 'symbol',
        source: 'places',
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-allow-overlap': true,
          'symbol-sort-key': ['get', 'order'],
        },
        paint: { 'icon-opacity': dimmed(0.35) },
      },
      {
        id: 'place-label',
        type: 'symbol',
        source: 'places',
        layout: {
          'text-field': ['get', 'label'],
          'text-font': families,
          'text-size': 12,
          'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
          'text-radial-offset': ['+', 0.35, ['/', ['get', 'reach'], 12]],
          'text-justify': 'auto',
          'symbol-sort-key': ['get', 'order'],
        },
        paint: {
          'text-color': colour.text,
          'text-halo-color': '#ffffff',
          'text-halo-width': 1.6,
          'text-opacity': dimmed(0.45),
        },
      },
    ],
  };
}
