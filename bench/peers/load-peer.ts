/**
 * Loads a package of this folder's own, which is there only after the benches have installed it: neither the compiler
 * nor anything else of the project may count on it. Its caller says what it uses of it.
 */
export const loadPeer = async <Face>(name: string): Promise<Face> => (await import(name)) as Face
