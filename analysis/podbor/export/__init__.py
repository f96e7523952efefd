"""Records in the forms of others: JSON Resume, schema.org, tables, HTML, and what decided."""
