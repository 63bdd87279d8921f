/** Set by the front on every request it passes on; what a client sends under these names is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-baoda-client-address';
/** The host the client asked for: inside a handler the request's own address is always localhost. */
export const OWN_HOST_HEADER = 'x-baoda-host';
export const OWN_PROTOCOL_HEADER = 'x-baoda-protocol';
/** The method, where it is another than the one Next is asked with: who asks for headers alone uses nothing up. */
export const ASKED_METHOD_HEADER = 'x-baoda-method';
/** The path of the desk's page, put in by proxy.ts: a layout is not told of which page it is. */
export const DESK_PATH_HEADER = 'x-baoda-path';
