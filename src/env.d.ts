declare module 'virtual:packs' {
  /** What astro.config.mjs mounts beside the built-in course; tools/packs.ts fills it in. */
  const packs: readonly import('./components/build/pack.ts').MountedPack[];
  export default packs;
}
