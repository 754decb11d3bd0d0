"""What people edit: settings and catalogues; no logic but loading and checking."""
