/**
 * Images: writes the file that {@code docker buildx bake} builds all changed services from, and
 * reads back what it built. From then on an image is known by its digest only.
 */
package io.jenkins.plugins.austa.engine.images;
