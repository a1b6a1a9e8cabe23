export function findBrowser(): Promise<{executablePath: string; args: string[]}>;
export function fakeCamera(file?: string): string[];
