/** Where the reader is. One address a page; what can be shared stands in it. */
class Route {
  path = $state(location.pathname);
  query = $state(new URLSearchParams(location.search));

  constructor() {
    addEventListener('popstate', () => this.#read());
  }

  #read(): void {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
  }

  go(address: string): void {
    history.pushState(null, '', address);
    this.#read();
    scrollTo(0, 0);
  }

  /** Writes something into the address without leaving the page. */
  note(name: string, value: string | null): void {
    const query = new URLSearchParams(location.search);
    if (value === null) query.delete(name);
    else query.set(name, value);
    const said = query.toString();
    history.replaceState(null, '', location.pathname + (said ? '?' + said : ''));
    this.query = query;
  }
}

export const route = new Route();

/** A click on a link of the page itself goes there without loading it anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest?.('a');
  if (!link || link.target || link.origin !== location.origin || link.hasAttribute('download')) return;
  if (link.pathname.startsWith('/api') || link.pathname.startsWith('/plain') || link.pathname.startsWith('/openapi') || link.hash) return;
  event.preventDefault();
  route.go(link.pathname + link.search);
}
