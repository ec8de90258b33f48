export default { clerk: 'Clerk', officer: 'Officer', signer: 'Signer', coordinator: 'County coordinator', administrator: 'County administrator', supervisor: 'Supervisor' }
