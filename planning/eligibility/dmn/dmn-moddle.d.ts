declare module 'dmn-moddle' {
  export interface ModdleElement {
    $type: string;
    $parent?: ModdleElement;
    [property: string]: unknown;
  }
  export class DmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(
      xml: string,
      root?: string,
      options?: { lax?: boolean },
    ): Promise<{ rootElement: ModdleElement; warnings: readonly { message: string }[] }>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
    create(type: string, properties?: Record<string, unknown>): ModdleElement;
  }
}
