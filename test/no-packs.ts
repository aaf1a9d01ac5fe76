/** In place of the packs that astro.config.mjs mounts. */
export default [];
