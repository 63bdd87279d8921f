/** Of the reader of data packages, which brings no types: what the tests ask of it. */
declare module 'datapackage' {
  interface Resource {
    name: string;
    infer(): Promise<object>;
    checkRelations(): Promise<boolean>;
    read(options: { keyed: true }): Promise<Record<string, unknown>[]>;
  }
  export class Package {
    static load(descriptor: string, options: { basePath: string }): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly descriptor: object;
    readonly resources: readonly Resource[];
    readonly resourceNames: readonly string[];
    getResource(name: string): Resource | null;
  }
}
