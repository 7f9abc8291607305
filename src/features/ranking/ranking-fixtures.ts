/** For the tests of `app`, until they name `tests/fixtures/rows` themselves. */
// oxlint-disable-next-line no-restricted-imports -- fixtures belong to no layer
export { block, edition } from '../../../tests/fixtures/rows'
