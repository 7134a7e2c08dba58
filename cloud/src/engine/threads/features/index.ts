export { Featuriser } from './featuriser';
export { FEATURES, type Features } from './row';
