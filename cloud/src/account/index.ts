export { accountGone, sweepAccounts } from './deletion';
export { presentFace, type Face } from './present';
export { dropAvatar, faceChanged } from './profile';
export { accountRoutes } from './routes';
export { findUser, listEndedSessions, listUsers } from './store';
export { authenticate, type AccessClaims } from './token';
