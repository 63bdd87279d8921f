/** What is wrong with the address of a PostgreSQL database, in words that hold nothing of it; null where nothing is. */
export function databaseUrlProblem(address: string): string | null {
  if (!/^postgres(ql)?:\/\//.test(address)) return 'must begin with postgres://';
  const unreadable =
    'cannot be read as an address: in its name and password, signs such as @ : / # ? % stand as %40 %3A %2F %23 %3F %25';
  const [, authority = ''] = /^[^:]+:\/\/([^/?#]*)/.exec(address) ?? [];
  if (authority.slice(authority.lastIndexOf('@') + 1).includes(','))
    return 'names several hosts: name one address that leads to the primary, such as that of HAProxy or PgBouncer';
  const url = URL.parse(address);
  if (url === null || url.hash !== '' || url.pathname.includes('@')) return unreadable;
  try {
    for (const part of [url.username, url.password, url.hostname, url.pathname]) decodeURIComponent(part);
  } catch {
    return unreadable;
  }
  // A socket's folder may stand in the query in the place of a host.
  const hosts = url.searchParams.getAll('host');
  if (hosts.some((host) => host.includes(',')))
    return 'names several hosts: name one address that leads to the primary';
  return url.hostname === '' && hosts.length === 0 ? 'names no host: postgres://NAME:PASSWORD@HOST/DATABASE' : null;
}
