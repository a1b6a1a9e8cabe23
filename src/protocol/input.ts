/** Which components are inputs, and which fields they fill: apart from their schemas, because frames load this. */
import type {Component, InputComponent, ShownComponent, ShownInput} from './component.ts';

/** Parts of an address, each a field of its own: `<field>-<part>`. */
export const addressParts = ['street-1', 'street-2', 'city', 'subdivision', 'postal-code', 'country-code'] as const;
export type AddressPart = (typeof addressParts)[number];

export function isInput(component: Component): component is InputComponent;
export function isInput(component: ShownComponent): component is ShownInput;
export function isInput(component: {kind: string}): boolean {
  return 'field' in component;
}

/** The inquiry's fields that a component's answer goes into. */
export function fieldsOf({kind, field}: {kind: string; field: string}): string[] {
  return kind === 'address' ? addressParts.map((part) => `${field}-${part}`) : [field];
}
