/** A file within a JSON body, as the API takes it: base64 and a name. What it is, the server tells by its content. */
export interface ApiFile {
  data: string;
  filename: string;
}

export async function toFile(content: Blob | Uint8Array | ArrayBuffer, filename: string): Promise<ApiFile> {
  const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : new Uint8Array(content);
  let binary = '';
  // in parts, because arguments of one call have a limit
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return {data: btoa(binary), filename};
}
