export { authenticateOperator, consoleRoutes } from './routes';
