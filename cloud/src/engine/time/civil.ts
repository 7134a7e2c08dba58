export * from '../../../../shared/domain/civil';
