/** Registers an element once. Classes register nothing when imported; whoever shows one defines it. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
