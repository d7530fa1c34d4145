/** Days after which a room's bedding is to be changed: set here, no page tells it. */
export const linenLasts = 7;
