/** A process with its number, where it has one: `Bank 1502`, `kernel`. */
export function whoOf({ who, pid }: { readonly who: string; readonly pid?: number }): string {
  return pid === undefined || pid < 1 ? who : `${who} ${pid}`;
}
